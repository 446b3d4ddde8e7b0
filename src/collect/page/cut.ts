import type { Block, Blocks, Box } from './blocks.ts';
import { type Element, isElement, type Node, type Root, squeeze } from './dom.ts';
import { hintOf } from './hints.ts';

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby ' +
    's samp small span strike strong sub sup time tt u var wbr o:p amp-link'
  ).split(' '),
);
const UNREAD = new Set(
  (
    'script style noscript template svg math iframe object embed applet audio video canvas select option datalist ' +
    'button input textarea img picture source track map area head title meta link base progress meter'
  ).split(' '),
);

/** Cuts the page into blocks, in document order, and gives the tree of boxes that hold them. */
export function cutBlocks(root: Root): Blocks {
  const cutter = new Cutter();
  for (const child of root.children) cutter.visit(child, false);
  return cutter.finish();
}

class Cutter {
  private readonly top = newBox(null, null, 0);
  private readonly blocks: Block[] = [];
  private box = this.top;
  /** The text since the last block boundary, and how much of it stands in links. */
  private parts: string[] = [];
  private linked = 0;
  private afterBreak = false;

  visit(node: Node, inLink: boolean): void {
    if (node.type === 'text') this.addText(node.data, inLink);
    else if (isElement(node)) {
      if (node.name === 'br') this.endLine();
      else if (node.name === 'img' || node.name === 'picture') this.countImage();
      else if (INLINE.has(node.name)) this.visitInline(node, inLink);
      else if (!UNREAD.has(node.name)) this.visitBlock(node, inLink);
    }
  }

  finish(): Blocks {
    this.flush();
    this.top.end = this.blocks.length;
    return { top: this.top, blocks: this.blocks };
  }

  private addText(text: string, inLink: boolean): void {
    this.parts.push(text);
    if (/\S/.test(text)) this.afterBreak = false;
    if (inLink) this.linked += squeeze(text).length;
  }

  /** Two line breaks in a row end a paragraph, as old layouts have it. */
  private endLine(): void {
    if (this.afterBreak) this.flush();
    else this.parts.push(' ');
    this.afterBreak = true;
  }

  private countImage(): void {
    for (let at: Box | null = this.box; at !== null; at = at.parent) at.images++;
  }

  private visitInline(element: Element, inLink: boolean): void {
    const isLink = element.name === 'a';
    const hint = isLink ? null : hintOf(element);
    if (hint === 'hidden' || hint === 'furniture') return;
    for (const child of element.children) this.visit(child, inLink || (isLink && 'href' in element.attribs));
  }

  private visitBlock(element: Element, inLink: boolean): void {
    this.flush();
    const outer = this.box;
    this.box = newBox(element, outer, this.blocks.length);
    outer.children.push(this.box);
    for (const child of element.children) this.visit(child, inLink);
    this.flush();
    this.box.end = this.blocks.length;
    this.box = outer;
  }

  private flush(): void {
    const text = this.parts.length === 0 ? '' : withoutMarks(squeeze(this.parts.join('')));
    if (text !== '') {
      const linkShare = Math.min(1, this.linked / text.length);
      const state = { index: this.blocks.length, prose: 0, dropped: false, trusted: false };
      this.blocks.push({ text, linkShare, box: this.box, ...state });
    }
    this.parts = [];
    this.linked = 0;
    this.afterBreak = false;
  }
}

/** Citation marks after a word or sentence, `[1][2]`. */
const withoutMarks = (text: string): string =>
  text.includes('[') ? text.replace(/(?<=[\p{L}\p{N}.,;:!?”“"»)])(?: ?\[\d{1,3}\]){1,20}/gu, '') : text;

const namesOf = ({ attribs }: Element): string =>
  `${(attribs.class ?? '').slice(0, 300)} ${(attribs.id ?? '').slice(0, 100)} ${(attribs.itemprop ?? '').slice(0, 40)} ${attribs.rel === 'author' ? 'author' : ''}`.trim();

const newBox = (element: Element | null, parent: Box | null, first: number): Box => ({
  element,
  tag: element?.name ?? 'html',
  names: element === null ? '' : namesOf(element),
  hint: element === null ? null : hintOf(element),
  parent,
  children: [],
  first,
  end: first,
  images: 0,
  prose: 0,
  kept: 0,
  dropped: null,
});
