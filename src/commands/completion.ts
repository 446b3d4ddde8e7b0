import { Argument, type Command } from 'commander';
import { type CommandTree, completionScript, SHELLS, type Shell } from './completion-script.ts';
import { line, terminalOutput } from './output.ts';

/** A command with its subcommands and options as commander knows them; global options stand with each. */
function treeOf(command: Command, path: string[] = [], inherited: string[] = []): CommandTree[] {
  const own = command.options.flatMap(({ long }) => (long ? [long] : []));
  const options = [...new Set([...own, ...inherited, '--help'])].sort();
  const here: CommandTree = {
    path,
    description: command.description(),
    commands: command.commands.map((child) => ({ name: child.name(), description: child.description() })),
    options,
  };
  return [
    here,
    ...command.commands.flatMap((child) => treeOf(child, [...path, child.name()], [...inherited, ...own])),
  ];
}

/** `standoff completion`: what a shell needs to complete commands and options. */
export function register(program: Command): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'which').choices(SHELLS))
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff completion bash > ~/.local/share/bash-completion/completions/standoff',
    )
    .action((shell: Shell) =>
      line(terminalOutput({ color: false }), completionScript(shell, treeOf(program))),
    );
}
