/** What a new grouping changes. Members are indices; index 0 is the article just placed. */
export interface Grouping {
  /** The group of the article just placed, itself included. */
  own: number[];
  /** The story that group is, or null where it begins one. */
  storyOfOwn: number | null;
  ownGroup: number;
  /** Articles that leave a story: for another, or (null) for a new one, one for each group. */
  changes: { group: number; from: number; to: number | null; members: number[] }[];
}

/**
 * Matches groups with the stories their articles are in, so that as few articles as possible change their
 * story: a group keeps the story most of whose articles it holds; among equals the older story stays. A held
 * story always stays.
 */
export function arrange(
  groups: readonly (readonly number[])[],
  storyOf: readonly (number | null)[],
  held: ReadonlySet<number>,
): Grouping {
  const claims: { group: number; storyId: number; size: number }[] = [];
  groups.forEach((members, group) => {
    const sizes = new Map<number, number>();
    for (const i of members) {
      const storyId = storyOf[i] ?? null;
      if (storyId !== null) sizes.set(storyId, (sizes.get(storyId) ?? 0) + 1);
    }
    for (const [storyId, size] of sizes) claims.push({ group, storyId, size });
  });
  const isHeld = (storyId: number) => (held.has(storyId) ? 1 : 0);
  claims.sort((a, b) => isHeld(b.storyId) - isHeld(a.storyId) || b.size - a.size || a.storyId - b.storyId);
  const storyOfGroup = new Map<number, number>();
  const taken = new Set<number>();
  for (const { group, storyId } of claims) {
    if (storyOfGroup.has(group) || taken.has(storyId)) continue;
    storyOfGroup.set(group, storyId);
    taken.add(storyId);
  }
  const changes: Grouping['changes'] = [];
  groups.forEach((members, group) => {
    const to = storyOfGroup.get(group) ?? null;
    const leaving = new Map<number, number[]>();
    for (const i of members) {
      const from = storyOf[i] ?? null;
      if (from === null || from === to) continue;
      const list = leaving.get(from);
      if (list) list.push(i);
      else leaving.set(from, [i]);
    }
    for (const [from, moved] of leaving) changes.push({ group, from, to, members: moved });
  });
  const ownGroup = groups.findIndex((members) => members.includes(0));
  return {
    own: [...(groups[ownGroup] ?? [])],
    storyOfOwn: storyOfGroup.get(ownGroup) ?? null,
    ownGroup,
    changes,
  };
}
