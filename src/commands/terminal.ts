type Environment = Readonly<Record<string, string | undefined>>;

/** `0.72.1` as numbers to compare, the parts that matter. */
const version = (text = ''): number => {
  const [major = 0, minor = 0] = text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return major * 1000 + minor;
};

/** Programs by TERM_PROGRAM, with the first version that shows links. */
const PROGRAMS: Readonly<Record<string, number>> = {
  'iTerm.app': version('3.1'),
  vscode: version('1.72'),
  tmux: version('3.4'),
  WezTerm: 0,
  ghostty: 0,
  rio: 0,
};
const TERMS = /^(?:xterm-kitty|xterm-ghostty|foot(?:-extra)?|alacritty|wezterm)$/;
/** VTE (GNOME Terminal, Tilix …) has them since 0.50, whose first release crashed. */
const VTE = 5001;

/**
 * Whether the terminal shows OSC 8 links; where it cannot be told, it does not. Variables as other programs know them:
 * FORCE_HYPERLINK (0 or 1), NO_HYPERLINKS.
 * @param env its variables
 */
export function knowsLinks(env: Environment, isTTY: boolean): boolean {
  if (!isTTY || env.TERM === 'dumb') return false;
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== '0';
  if (env.NO_HYPERLINKS || env.CI) return false;
  // Inside tmux and screen the variables are those of the terminal that started it.
  if (env.TMUX || env.STY || /^(?:tmux|screen)/.test(env.TERM ?? ''))
    return env.TERM_PROGRAM === 'tmux' && version(env.TERM_PROGRAM_VERSION) >= version('3.4');
  const since = PROGRAMS[env.TERM_PROGRAM ?? ''];
  if (since !== undefined) return version(env.TERM_PROGRAM_VERSION) >= since;
  if (env.WT_SESSION || TERMS.test(env.TERM ?? '')) return true;
  return Number(env.VTE_VERSION ?? 0) >= VTE;
}

/** The pager's command line: STANDOFF_PAGER, else PAGER, else less; null where none is wanted (empty, or `cat`). */
export function pagerOf(env: Environment, platform: string = process.platform): string | null {
  const wanted = env.STANDOFF_PAGER ?? env.PAGER ?? (platform === 'win32' ? '' : 'less');
  return ['', 'cat'].includes(wanted.trim()) ? null : wanted.trim();
}
