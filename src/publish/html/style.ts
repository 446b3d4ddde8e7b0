/** Discord's dark theme, as far as a message with embeds shows it. */
export const STYLE = `
:root { color-scheme: dark; }
* { box-sizing: border-box; margin: 0; }
body { background: #313338; color: #dbdee1; font: 16px/1.375 "gg sans", Lato, "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif; font-variant-ligatures: none; }
a { color: #00a8fc; text-decoration: none; }
a:hover { text-decoration: underline; }
.message { display: grid; grid-template-columns: 40px minmax(0, 1fr); column-gap: 16px; width: 616px; max-width: 100%; padding: 16px 24px 20px 16px; overflow-wrap: anywhere; }
.avatar { width: 40px; height: 40px; margin-top: 2px; }
.head { display: flex; align-items: center; line-height: 22px; margin-bottom: 4px; }
.name { color: #f2f3f5; font-weight: 500; }
.app { background: #5865f2; border-radius: 3px; color: #fff; font-size: 10px; font-weight: 600; letter-spacing: .02em; line-height: 15px; margin: 1px 6px 0 4px; padding: 0 4.5px; }
.sent { color: #949ba4; font-size: 12px; font-weight: 500; }
.embed { background: #2b2d31; border-left: 4px solid #1e1f22; border-radius: 4px; margin-top: 4px; max-width: 520px; padding: 8px 16px 16px 12px; font-size: 14px; line-height: 18px; }
.embed > * { margin-top: 8px; }
.author { color: #f2f3f5; font-weight: 600; }
.title { color: #f2f3f5; font-size: 16px; font-weight: 600; line-height: 22px; }
.fields { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 8px; }
.field { grid-column: span 12; }
.of-2 { grid-column: span 6; }
.of-3 { grid-column: span 4; }
.field dt { color: #f2f3f5; font-weight: 600; margin-bottom: 2px; }
.field dd { margin: 0; }
.image img { border-radius: 4px; display: block; width: 100%; }
.foot { color: #dbdee1; font-size: 12px; font-weight: 500; line-height: 16px; }
.content, .text { overflow-wrap: anywhere; }
.layout .part > * + * { margin-top: 2px; }
.layout hr { border: 0; border-top: 1px solid #3f4147; }
.mention { background: #3c4270; border-radius: 3px; color: #c9cdfb; font-weight: 500; padding: 0 2px; }
.thread { background: #2b2d31; border-radius: 4px; color: #f2f3f5; font-size: 14px; font-weight: 600; margin-top: 4px; max-width: 520px; padding: 8px 12px; }
.thread::before { color: #949ba4; content: "# "; }
dd time, .layout time { background: #3b3d44; border-radius: 3px; display: inline-block; padding: 0 2px; }
`;
