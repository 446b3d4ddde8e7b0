import type { ShownArticle, ShownRevision } from '../../../query/revisions.ts';
import type { Excerpts } from '../../excerpts.ts';
import { foreign, type Html, html, outside } from '../../html.ts';
import { facts, moment } from '../../parts.ts';
import type { View } from '../../view.ts';

/** Revisions shown of one article, the newest first. */
const MOST = 10;
/** Sentences shown of one revision. */
const MOST_SENTENCES = 60;
/** More of them are shown when asked for. */
const FEW_SENTENCES = 8;

type Step = NonNullable<ShownRevision['diff']>[number];

function sentence({ words }: View, { op, sentence: text }: Step): Html {
  if (op === '+') return html`<ins><span class="unseen">${words.added}: </span>${foreign(text)}</ins>\n`;
  return html`<del><span class="unseen">${words.removed}: </span>${foreign(text)}</del>\n`;
}

function revision(view: View, shown: ShownRevision, fits: (text: string) => boolean): Html {
  const { words } = view;
  const steps = (shown.diff ?? []).slice(0, MOST_SENTENCES).filter((step) => fits(step.sentence));
  const added = steps.filter(({ op }) => op === '+').length;
  const open = steps.length <= FEW_SENTENCES;
  return html`<article class="revision">
<h4>${words.revision(shown.number)} <span class="badge">${words.kinds[shown.kind] ?? shown.kind}</span></h4>
${facts([moment(view, shown.seenAt)])}
<details class="diff"${open ? html` open` : ''}><summary>${words.changed(added, steps.length - added)}</summary>
${steps.map((step) => sentence(view, step))}</details>
</article>
`;
}

/** What outlets changed in their texts, the newest version first; what an outlet does not let be shown is left out. */
export function revisionsSection(view: View, articles: readonly ShownArticle[], fits: Excerpts): Html | '' {
  const { words } = view;
  if (articles.length === 0) return '';
  const items = articles.map(({ id, outlet, url, title, revisions }) => {
    const shown = (text: string) => fits(id, text);
    const later = revisions.filter(({ number }) => number > 1).reverse();
    return html`<h3>${foreign(outlet)}: ${outside(url, foreign(title))}</h3>
${later.slice(0, MOST).map((one) => revision(view, one, shown))}
${later.length > MOST ? html`<p class="none">${words.moreRevisions(later.length - MOST)}</p>` : ''}`;
  });
  return html`<section id="revisions" aria-labelledby="revisions-title">
<h2 id="revisions-title">${words.revisions}</h2>
${items}
</section>`;
}
