/** What writes a message as Discord gets it and shows it; it brings discord.js along, which takes half a second to load. */
export const discordWriters = () =>
  Promise.all([import('../publish/discord/body.ts'), import('../publish/html/page.ts')]);
