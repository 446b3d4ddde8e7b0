export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A command and what may follow it. */
export interface CommandTree {
  /** Its words after `standoff`; empty for the program itself. */
  path: string[];
  description: string;
  commands: { name: string; description: string }[];
  options: string[];
}

/** A shell's word that means itself. */
const literal = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Commands are words; options and their values between them do not matter for what may follow. */
const bash = (tree: readonly CommandTree[]): string => `# bash completion for standoff
_standoff() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${tree
  .filter(({ path }) => path.length > 0)
  .map(
    ({ path }) =>
      `      ${literal([path.length > 1 ? path.slice(0, -1).join(' ') : '', path.at(-1)].join(' '))}) path=${literal(path.join(' '))} ;;`,
  )
  .join('\n')}
    esac
  done
  case "$path" in
${tree
  .map(
    ({ path, commands, options }) =>
      `    ${literal(path.join(' '))}) COMPREPLY=($(compgen -W ${literal([...commands.map(({ name }) => name), ...options].join(' '))} -- "$current")) ;;`,
  )
  .join('\n')}
  esac
}
complete -o default -F _standoff standoff`;

/** zsh runs bash's function through its own compatibility layer. */
const zsh = (tree: readonly CommandTree[]): string => `#compdef standoff
autoload -U +X bashcompinit && bashcompinit
${bash(tree)}`;

function fish(tree: readonly CommandTree[]): string {
  const lines = ['# fish completion for standoff', 'complete -c standoff -f'];
  for (const { path, commands, options } of tree) {
    const names = commands.map(({ name }) => name).join(' ');
    const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
    const here = path.length === 0 ? '__fish_use_subcommand' : seen.join('; and ');
    const open =
      path.length > 0 && names !== '' ? `${here}; and not __fish_seen_subcommand_from ${names}` : here;
    for (const { name, description } of commands)
      lines.push(`complete -c standoff -n ${literal(open)} -a ${name} -d ${literal(description)}`);
    const always = path.length === 0 ? '' : ` -n ${literal(here)}`;
    for (const option of options) lines.push(`complete -c standoff${always} -l ${option.slice(2)}`);
  }
  return lines.join('\n');
}

/** The script that makes a shell complete standoff's commands and options. */
export function completionScript(shell: Shell, tree: readonly CommandTree[]): string {
  return { bash, zsh, fish }[shell](tree);
}
