import type { Line } from '../../publish/message.ts';
import { wordsOf } from '../../publish/words.ts';
import { statements } from '../../query/lists.ts';
import { type PartyProfile, partyProfile } from '../../query/party.ts';
import { stories } from '../../query/stories.ts';
import { snippetLimits } from '../limits.ts';
import type { Answer } from '../model.ts';
import { tagNamed } from '../names.ts';
import { card, day, dim, field, text } from '../render.ts';
import type { Asking } from './narrowing.ts';
import { statementItem } from './statements.ts';
import { storyItem } from './stories.ts';

const STORIES = 5;
const STATEMENTS = 3;

function counts({ words, question }: Asking, { articles, outlets, firstAt, lastAt }: PartyProfile) {
  const say = wordsOf(question.language);
  if (firstAt === null || lastAt === null) return field(words.party.named, [[text(words.party.never)]]);
  return [
    ...field(words.party.named, [[text(`${say.articles(articles)}, ${say.outletCount(outlets)}`)]], true),
    ...field(words.party.span, [[day(firstAt), dim(' – '), day(lastAt)]], true),
  ];
}

/** `/party`. */
export function partyAnswer(asked: Asking): Answer {
  const { db, question, words } = asked;
  const value = question.options.party ?? '';
  const id = tagNamed(db, 'party', value);
  const profile = id === null ? undefined : partyProfile(db, id, question.language);
  if (profile === undefined) return { problem: 'no-party', value };
  const limits = snippetLimits(db);
  // A line each, so that none is cut between its headline and what belongs to it.
  const latest = stories(db, { party: profile.id, limit: STORIES }).map((row): Line => {
    const { head, facts = [] } = storyItem(asked, row);
    return [...head, dim(' — '), ...facts];
  });
  const said = statements(db, { party: profile.id, limit: STATEMENTS }).map((row): Line => {
    const { head, facts = [], excerpt } = statementItem(asked, row, limits(row.outlet));
    return [...(excerpt ? [...excerpt, dim(' — ')] : []), ...head, dim(' · '), ...facts];
  });
  const { party } = words;
  return {
    embed: card(profile.name, null, [
      ...counts(asked, profile),
      ...field(party.stories, latest),
      ...field(party.statements, said),
    ]),
    more: false,
  };
}
