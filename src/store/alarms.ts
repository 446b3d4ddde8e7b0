import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** `failing` gives nothing for long; `ended` 410; `silent` nothing new for much longer than usual. */
export type AlarmKind = 'failing' | 'ended' | 'silent';

/** Something that is wrong with a feed or a source. */
export interface Alarm {
  /** URL of the feed, or id of the silent source. */
  subject: string;
  sourceId: string;
  kind: AlarmKind;
  since: Instant;
}

/** What an alert says of one feed or source. */
export interface AlertLine {
  sourceId: string;
  outlet: string;
  /** Null: of all of the source's feeds. */
  feedUrl: string | null;
  kind: AlarmKind;
  since: Instant;
  /** What the server said; null where it is silent. */
  error: string | null;
  /** Usual time between two entries, ms. */
  usualMs: number | null;
}

/** What an alert says of one of the bot's own channels. */
export interface ChannelLine {
  channelId: string;
  since: Instant;
  /** Why nothing can be sent there; null where something can again. */
  error: string | null;
}

/** Of sources, or of one channel. */
export interface Alert {
  direction: 'down' | 'back';
  lines: (AlertLine | ChannelLine)[];
}

/** The last alert about a channel. */
export interface ChannelAlarm extends Pick<Alert, 'direction'> {
  /** When it was owed. */
  at: Instant;
}

export type Alarms = ReturnType<typeof createAlarms>;

/** What is wrong at present, and the messages that told of it. */
export function createAlarms(db: Db) {
  const all = db.prepare<[], Alarm>(
    'SELECT subject, source_id AS sourceId, kind, since FROM alarm ORDER BY source_id, subject',
  );
  const put = db.prepare(`
    INSERT INTO alarm (subject, source_id, kind, since, raised_at) VALUES (@subject, @sourceId, @kind, @since, @at)
    ON CONFLICT (subject) DO UPDATE SET kind = excluded.kind`);
  const remove = db.prepare('DELETE FROM alarm WHERE subject = ?');
  const write = db.prepare('INSERT INTO alert (delivery_id, direction, lines) VALUES (?, ?, ?)');
  const read = db.prepare<[string], { direction: Alert['direction']; lines: string }>(
    'SELECT direction, lines FROM alert WHERE delivery_id = ?',
  );
  const ofChannel = db.prepare<[string], ChannelAlarm>(`
    SELECT a.direction, d.created_at AS at FROM alert a JOIN delivery d ON d.id = a.delivery_id
    WHERE a.lines ->> '$[0].channelId' = ? ORDER BY d.sequence DESC LIMIT 1`);
  const others = db.prepare<[Instant, Instant, string], { found: number }>(`
    SELECT EXISTS (SELECT 1 FROM poll p JOIN feed f ON f.url = p.feed_url
      WHERE p.at BETWEEN ? AND ? AND p.outcome <> 'failed' AND f.source_id <> ?) AS found`);
  return {
    all: () => all.all(),
    /** Raises an alarm; one that is raised already keeps its time. */
    put: (alarm: Alarm, at: Instant): void => void put.run({ ...alarm, at }),
    remove: (subject: string): void => void remove.run(subject),
    /** What the delivery of that id says. */
    write: (deliveryId: string, { direction, lines }: Alert): void =>
      void write.run(deliveryId, direction, JSON.stringify(lines)),
    read(deliveryId: string): Alert | undefined {
      const row = read.get(deliveryId);
      return row && { direction: row.direction, lines: JSON.parse(row.lines) as Alert['lines'] };
    },
    /** The last that was said of a channel. */
    ofChannel: (channelId: string) => ofChannel.get(channelId),
    /** Whether a source other than this one answered between the two instants. */
    othersAnswered: (from: Instant, to: Instant, sourceId: string): boolean =>
      others.get(from, to, sourceId)?.found === 1,
  };
}
