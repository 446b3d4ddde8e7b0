import { assemble } from './assemble.ts';
import { type Block, type Blocks, type Box, cutBlocks } from './blocks.ts';
import { cleanBody } from './clean.ts';
import type { Root } from './dom.ts';
import { dropCards, dropFurniture } from './drop.ts';
import { leadBlocks } from './lead.ts';
import { dropBeforeHeadline, dropOtherArticles, findHeadline, locateBody } from './locate.ts';
import { weighKept, weighProse } from './weigh.ts';

/** The article's text, and the cut page it was drawn from. */
export interface Found {
  cut: Blocks;
  body: Box;
  lead: Block[];
  headline: Block | null;
  text: string;
}

/** Finds the article's text by the general method; titles and descriptions as metadata state them. */
export function findArticle(root: Root, titles: readonly string[], descriptions: readonly string[]): Found {
  const cut = cutBlocks(root);
  weighProse(cut);
  dropFurniture(cut);
  dropCards(cut);
  weighKept(cut);
  const heading = findHeadline(cut, titles);
  if (heading !== null) {
    dropBeforeHeadline(cut, heading);
    dropOtherArticles(cut, heading);
  }
  weighKept(cut);
  const headline = heading?.block ?? null;
  const body = locateBody(cut);
  cleanBody(cut, body, titles);
  const lead = leadBlocks(cut, body, headline, descriptions);
  return { cut, body, lead, headline, text: assemble(cut, body, lead) };
}
