/** Why a document could not be read as a feed; stable words for logs and for `standoff sources test`. */
export type FeedErrorCode =
  | 'empty'
  | 'too-large'
  | 'web-page'
  | 'sitemap-index'
  | 'not-a-feed'
  | 'unreadable';

/** Thrown by `parseFeed`; the message is a sentence for the person who added the feed. */
export class FeedError extends Error {
  readonly code: FeedErrorCode;

  constructor(code: FeedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FeedError';
    this.code = code;
  }
}
