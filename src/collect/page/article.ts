import { assemble } from './assemble.ts';
import type { Block, Blocks, Box } from './blocks.ts';
import { cleanBody } from './clean.ts';
import { withoutSignature } from './credits.ts';
import { cutBlocks } from './cut.ts';
import type { Element, Root } from './dom.ts';
import { dropCards, dropFurniture } from './drop.ts';
import { leadBlocks } from './lead.ts';
import { dropBeforeHeadline, dropOtherArticles, findHeadline, locateBody } from './locate.ts';
import { dropRecurring } from './recurring.ts';
import { bodyByRule } from './rules.ts';
import { trustTold } from './trust.ts';
import { weighKept, weighProse } from './weigh.ts';

/** The article's text, and the cut page it was drawn from. */
export interface Found {
  cut: Blocks;
  body: Box;
  lead: Block[];
  headline: Block | null;
  /** The body was found by a publisher's rule. */
  ruled: boolean;
  text: string;
  /** Keys of the paragraphs that recur on the outlet's pages. */
  recurring: string[];
}

/** What the page and its publisher's rule say that helps to find the article. */
export interface Clues {
  /** Headlines and descriptions as metadata state them. */
  titles: readonly string[];
  descriptions: readonly string[];
  /** The paragraphs of JSON-LD's articleBody. */
  told: readonly string[];
  /** What a publisher's rule names as the body; empty for the general method. */
  bodies: readonly Element[];
  /** They may have aged and match but a teaser by now. */
  doubted: boolean;
  /** Keys of the paragraphs known as the outlet's boilerplate. */
  recurring: ReadonlySet<string>;
}

/** Finds the article's text: weigh, drop furniture, locate the body, clean it, add the lead, join. */
export function findArticle(
  root: Root,
  { titles, descriptions, told, bodies, doubted, recurring }: Clues,
): Found {
  const cut = cutBlocks(root);
  weighProse(cut);
  dropFurniture(cut);
  dropCards(cut);
  trustTold(cut, told);
  weighKept(cut);
  const heading = findHeadline(cut, titles);
  const ruled = bodies.length > 0 ? bodyByRule(cut, bodies, doubted ? locateBody(cut).kept / 2 : 0) : null;
  if (heading !== null && ruled === null) {
    dropBeforeHeadline(cut, heading);
    dropOtherArticles(cut, heading);
    weighKept(cut);
  }
  const headline = heading?.block ?? null;
  const body = ruled ?? locateBody(cut);
  cleanBody(cut, body, titles);
  const left = dropRecurring(cut, body, recurring);
  const lead = leadBlocks(cut, body, headline, descriptions);
  const text = longer(assemble(cut, body, lead), told);
  return { cut, body, lead, headline, ruled: ruled !== null, text, recurring: left };
}

/** Pages that show little of an article may still tell all of it: then what they tell is the text. */
function longer(shown: string, told: readonly string[]): string {
  const whole = told.map(withoutSignature).join('\n\n');
  return shown.length < whole.length * 0.5 ? whole : shown;
}
