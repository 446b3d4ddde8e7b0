import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { type Access, isToken, ownPath, passFor } from './access.ts';
import type { Answers } from './answers.ts';
import { tokenPage } from './pages/problems.ts';

/** The cookie that stands for the token. */
export const PASS = 'standoff_pass';
const MONTH_S = 30 * 86_400;
const LONGEST_FORM = 4096;

/** The form for the token, in place of what was asked for. */
export function askForToken(answers: Answers, c: Context, next: string, wrong: boolean) {
  const view = answers.plainView(c);
  c.header('WWW-Authenticate', 'Bearer realm="standoff"');
  return answers.show(c, view, tokenPage(view, next, wrong), 401);
}

/** Takes the token from its form and gives the browser a pass for it: the one thing that is posted here. */
export function accessRoutes(app: Hono, answers: Answers, access: Access): void {
  const limit = bodyLimit({ maxSize: LONGEST_FORM, onError: (c) => c.text('too long\n', 413) });
  app.post('/access', limit, async (c) => {
    const form = await c.req.parseBody();
    const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
    const next = ownPath(text('next'));
    if (access.token === null) return c.redirect(next, 303);
    if (!isToken(access, text('token'))) return askForToken(answers, c, next, true);
    setCookie(c, PASS, passFor(access.token), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: MONTH_S,
      secure: access.proxied && c.req.header('x-forwarded-proto') === 'https',
    });
    return c.redirect(next, 303);
  });
}
