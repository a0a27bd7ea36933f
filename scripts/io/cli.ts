import { parseArgs, type ParseArgsConfig } from 'node:util';
import { sortIssues, type Issue } from '../core/issue.ts';
import { editor, helpText, say } from './editor.ts';

/** Exit codes of every command. */
export const exit = { ok: 0, wrong: 1, usage: 2 } as const;

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/** What a command gets: its arguments, and what it does with wrong ones. */
type Arguments<T extends Options> = Values<T> & {
	/** Says what is wrong, in the editor's language, and prints the help. @returns the exit code for that */
	readonly wrongUsage: (message: string) => Promise<number>;
};

/**
 * Runs a command line: `--help`, wrong usage (exit 2), and errors of the file system said in one line (exit 1).
 * @param main gets the parsed arguments and gives the exit code
 */
export async function runCommand<const T extends Options>(help: string, options: T, main: (args: Arguments<T>) => Promise<number>): Promise<void> {
	const wrongUsage = async (message: string): Promise<number> => {
		console.error(`${say(message)}\n\n${await helpText(help)}`);
		return exit.usage;
	};
	let args;
	try {
		args = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
	} catch (error) {
		process.exitCode = await wrongUsage((error as Error).message);
		return;
	}
	if ((args.values as { help?: boolean }).help) {
		console.log(await helpText(help));
		return;
	}
	try {
		process.exitCode = await main({ ...args, wrongUsage });
	} catch (error) {
		const { code, path, message } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		console.error(`${path ?? ''}: ${say(systemErrors[code] ?? message)}`.replace(/^: /, ''));
		process.exitCode = exit.wrong;
	}
}

const systemErrors: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file or folder; correct the path, or restore it from version control',
	EPERM: 'permission denied; nothing was changed. Make the folder writable for you and run the command again',
	EACCES: 'permission denied; nothing was changed. Make the folder writable for you and run the command again',
	EROFS: 'the folder is read-only; nothing was changed. Make it writable, or choose another folder, and run the command again',
	ENOSPC: 'the disk is full; free some space and run the command again. No file was left half-written',
	EDQUOT: 'your quota on this disk is used up; free some space and run the command again. No file was left half-written',
	EFBIG: 'the file is larger than the system allows; raise the limit (ulimit -f) and run the command again. No file was left half-written',
	EISDIR: 'a folder stands where a file is needed; nothing was changed. Move it away, or correct the path, and run the command again',
	EMFILE: 'too many files are open; raise the limit (ulimit -n) and run the command again',
	ENOTDIR: 'a file stands where a folder is needed; nothing was changed. Move it away, or correct the path, and run the command again',
};

/** Prints issues, sorted, and how many there are. */
export function printIssues(issues: readonly Issue[]): void {
	for (const issue of sortIssues(issues)) console.error(editor.text(issue));
	console.error(`\n${editor.count(issues.length)}`);
}

/** Prints what kept a command from writing, and that it wrote nothing. @returns the exit code for that */
export function refused(issues: readonly Issue[]): number {
	printIssues(issues);
	console.error(say('Nothing was written.'));
	return exit.wrong;
}
