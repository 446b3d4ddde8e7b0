import type { Instant } from '../model/index.ts';
import { type Alert, type AlertLine, type ChannelLine, createAlarms } from '../store/alarms.ts';
import type { Db } from '../store/db.ts';
import { outboxOf } from '../store/outbox.ts';
import type { ChannelSettings, MessageLanguage } from './channels.ts';
import { deliveryId } from './delivery-id.ts';
import type { Line, Message } from './message.ts';
import { wordsOf } from './words.ts';

const LINES = 20;

/**
 * Owes one message to each channel that wants alerts. To be called in the transaction that raises or lifts the alarms:
 * so each is told once, whatever happens in between.
 */
export function oweAlert(
  db: Db,
  alert: Alert,
  { channels, now }: { channels: readonly ChannelSettings[]; now: Instant },
): void {
  for (const channel of channels.filter(({ alerts }) => alerts)) {
    const id = deliveryId();
    outboxOf(db).insert({
      ...{ id, channelId: channel.id, kind: 'alert', storyId: null, state: 'due', reason: null },
      createdAt: now,
    });
    createAlarms(db).write(id, alert);
  }
}

/** `3 Stunden`, `2 days`: a time as people say it. */
function span(ms: number, language: MessageLanguage): string {
  const hours = ms / 3_600_000;
  const [value, unit] =
    hours < 1 ? [ms / 60_000, 'minute'] : hours < 48 ? [hours, 'hour'] : [hours / 24, 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(1, Math.round(value)),
  );
}

function line(item: AlertLine, direction: Alert['direction'], language: MessageLanguage): Line {
  const words = wordsOf(language);
  const { outlet, feedUrl, kind, since, error, usualMs } = item;
  const parts: Line = [{ kind: 'text', text: outlet, strong: true }];
  if (feedUrl !== null && /^https?:/.test(feedUrl))
    parts.push({ kind: 'text', text: ' ' }, { kind: 'link', text: feedUrl, url: feedUrl });
  const says = direction === 'back' ? words.alertBack[kind] : words.alertDown[kind];
  parts.push({ kind: 'text', text: ` — ${says} ` }, { kind: 'day', day: since.slice(0, 10) });
  if (direction === 'down' && error !== null) parts.push({ kind: 'text', text: ` (${error})` });
  if (direction === 'down' && kind === 'silent' && usualMs !== null)
    parts.push({ kind: 'text', text: ` (${words.usually(span(usualMs, language))})` });
  return parts;
}

/** What an operator should know of sources or channels that died or came back. */
export function alertMessage(alert: Alert, at: Instant, language: MessageLanguage): Message {
  const [first] = alert.lines;
  if (first && 'channelId' in first) return channelMessage(first, at, language);
  const lines = alert.lines.filter((item) => 'outlet' in item);
  return sourcesMessage({ ...alert, lines }, at, language);
}

function channelMessage(
  { channelId, since, error }: ChannelLine,
  at: Instant,
  language: MessageLanguage,
): Message {
  const words = wordsOf(language);
  const day: Line[number] = { kind: 'day', day: since.slice(0, 10) };
  const [title, body]: [string, Line] =
    error === null
      ? [words.channelBack(channelId), [{ kind: 'text', text: `${words.channelWasClosed} ` }, day]]
      : [words.channelClosed(channelId), [{ kind: 'text', text: error }]];
  return {
    ...{ language, kicker: null, languages: [], title, url: null, body: [body], fields: [] },
    ...{ footer: error === null ? 'standoff status' : 'standoff discord check', at, tone: 'overview' },
  };
}

function sourcesMessage(
  { direction, lines }: { direction: Alert['direction']; lines: AlertLine[] },
  at: Instant,
  language: MessageLanguage,
): Message {
  const words = wordsOf(language);
  const outlets = [...new Set(lines.map(({ outlet }) => outlet))];
  const title = direction === 'down' ? words.alertDownTitle : words.alertBackTitle;
  const shown = lines.slice(0, LINES).map((item) => line(item, direction, language));
  const rest = lines.length - shown.length;
  return {
    language,
    kicker: null,
    languages: [],
    title: title(outlets.length === 1 ? (outlets[0] ?? '') : words.sources(outlets.length)),
    url: null,
    body: rest > 0 ? [...shown, [{ kind: 'dim', text: words.more(rest) }]] : shown,
    fields: [],
    footer: outlets.length === 1 ? `standoff status ${lines[0]?.sourceId ?? ''}` : 'standoff status',
    at,
    tone: 'overview',
  };
}
