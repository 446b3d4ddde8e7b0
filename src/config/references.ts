import { join } from 'node:path';
import { editDistance } from '../model/edit-distance.ts';
import type { ConfigProblem } from './errors.ts';
import type { Config } from './load.ts';
import { keyOf, lineInFile } from './yaml.ts';

/** What one file calls by its id, and another must have. */
type Kind = 'party' | 'topic' | 'stage' | 'source';

interface Reference {
  file: 'sources.yaml' | 'standoff.yaml';
  path: (string | number)[];
  kind: Kind;
  id: string;
}

const PLACES: Readonly<Record<Kind, string>> = {
  party: 'party of parties.yaml',
  topic: 'topic of topics.yaml',
  stage: 'stage of dispute.yaml',
  source: 'source of sources.yaml',
};

function ofSources({ sources }: Config): Reference[] {
  return sources.flatMap(({ party }, index): Reference[] =>
    party === undefined
      ? []
      : [{ file: 'sources.yaml', path: ['sources', index, 'party'], kind: 'party', id: party }],
  );
}

function ofFollows({ settings }: Config): Reference[] {
  return settings.discord.follow.flatMap((follow, index) =>
    (['party', 'topic'] as const).flatMap((kind): Reference[] => {
      const id = follow[kind];
      const path = ['discord', 'follow', index, kind];
      return id === undefined ? [] : [{ file: 'standoff.yaml', path, kind, id }];
    }),
  );
}

/** The lists of ids that a channel's filter and its pings may have. */
const LISTS = { parties: 'party', topics: 'topic', stages: 'stage', outlets: 'source' } as const;
type Lists = { [Key in keyof typeof LISTS]?: readonly string[] | undefined };

function ofLists(lists: Lists, path: (string | number)[]): Reference[] {
  return (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((key) =>
    (lists[key] ?? []).map((id, index) => ({
      file: 'standoff.yaml',
      path: [...path, key, index],
      kind: LISTS[key],
      id,
    })),
  );
}

function ofChannels({ settings }: Config): Reference[] {
  return settings.channels.flatMap((channel, index) => [
    ...ofLists(channel, ['channels', index]),
    ...(channel.pings ?? []).flatMap((ping, at) => ofLists(ping, ['channels', index, 'pings', at])),
  ]);
}

function idsOf({ sources, dossier }: Config): Record<Kind, Set<string>> {
  const set = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  return {
    party: set(dossier.parties.parties),
    topic: set(dossier.topics.topics),
    stage: set(dossier.dispute.stages),
    source: set(sources),
  };
}

/** The known id that a slip of the pen may have meant. */
function meant(id: string, known: ReadonlySet<string>): string | undefined {
  const most = id.length <= 4 ? 1 : 2;
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(id, candidate, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/**
 * Ids that one file names and no other has, each with its line and what it may have been meant for.
 * @param folder where the files are
 * @param name how messages call it
 */
export function unknownReferences(
  config: Config,
  { folder, name }: { folder: string; name: string },
): ConfigProblem[] {
  const known = idsOf(config);
  return [...ofSources(config), ...ofChannels(config), ...ofFollows(config)]
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ file, path, kind, id }) => {
      const instead = meant(id, known[kind]);
      const remedy = instead === undefined ? 'add it there or correct the id' : `did you mean "${instead}"?`;
      return {
        file: `${name}/${file}`,
        line: lineInFile(join(folder, file), path),
        key: keyOf(path),
        message: `"${id}" is no ${PLACES[kind]}; ${remedy}`,
      };
    });
}
