import type { Finding, Topic } from '../model/index.ts';
import { holds } from './conditions.ts';
import { readingOrder } from './parties.ts';
import { matchedText, type Scan } from './scan.ts';

/** What the headline says is what the article is about. */
const HEADLINE = 2;

type TopicHit = Scan['topics'][number];

/** Finds the topics whose distinct terms weigh enough; one finding for the first place of each term.
 * A topic's confidence grows with what was found beyond its threshold and with a place in the headline. */
export function findTopics(scan: Scan, parties: ReadonlySet<string>): Finding[] {
  const byTopic = new Map<Topic, Map<string, TopicHit>>();
  for (const hit of scan.topics) {
    const { topic, term, word } = hit.use;
    const terms = byTopic.get(topic) ?? new Map<string, TopicHit>();
    // Titles are read first: a term of the headline keeps its double weight.
    if (terms.has(word) || !holds(term, hit, scan, parties)) continue;
    if (!holds(topic, hit, scan, parties)) continue;
    byTopic.set(topic, terms.set(word, hit));
  }
  return [...byTopic].flatMap(([topic, terms]) => topicFindings(topic, [...terms.values()], scan));
}

const weightOf = ({ use, field }: TopicHit): number =>
  (use.term.weight ?? 1) * (field === 'title' ? HEADLINE : 1);

function topicFindings(topic: Topic, hits: readonly TopicHit[], scan: Scan): Finding[] {
  const threshold = topic.threshold ?? 1;
  const weight = hits.reduce((sum, hit) => sum + weightOf(hit), 0);
  if (weight < threshold) return [];
  const head = hits.some(({ field }) => field !== 'text') ? 1 : 0;
  const confidence = Number((1 - 0.5 / (1 + head + weight / threshold)).toFixed(2));
  return [...hits].sort(readingOrder).map(({ use, field, start, end }) => ({
    kind: 'topic',
    ref: topic.id,
    rule: `term:${use.word}`,
    field,
    matched: matchedText(scan.fields, { field, start, end }),
    start,
    end,
    confidence,
  }));
}
