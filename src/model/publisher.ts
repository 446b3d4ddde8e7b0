import type { Selectors } from './source.ts';

/** How one publisher marks up its pages: data that helps where it matches, and is passed over where it has aged. */
export interface PublisherRule {
  id: string;
  /** Raised with every change of the selectors, so that no change of ours is taken for an edit of the outlet's. */
  version: number;
  /** Their subdomains count too. */
  hosts: string[];
  selectors: Selectors & { body: string };
}

/** What `Page.extractor` says of a page whose text the rule found. */
export const extractorOf = ({ id, version }: Pick<PublisherRule, 'id' | 'version'>): string =>
  `rule:${id}@${version}`;

/** The rule of the publisher whose page this is. */
export function publisherRule(rules: readonly PublisherRule[], url: string): PublisherRule | undefined {
  const host = URL.canParse(url) ? `.${new URL(url).hostname}` : '';
  return rules.find(({ hosts }) => hosts.some((known) => host.endsWith(`.${known}`)));
}
