/** Discord's limits, in UTF-16 units. Source: Discord's documentation of embeds and messages, August 2026. */
export const LIMITS = {
  title: 256,
  description: 4096,
  author: 256,
  footer: 2048,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  /** Over all embeds of a message. */
  total: 6000,
  /** Over all texts of a message laid out by Components V2. */
  componentText: 4000,
  components: 40,
  threadName: 100,
  nonce: 25,
  url: 2048,
  /** Alternative text of an attachment. */
  alt: 1024,
} as const;
