/** Whether a site is being built. A test or a script of the project has no `import.meta.env`. */
export const isBuild = (import.meta.env as ImportMetaEnv | undefined)?.PROD === true;

/**
 * A function that works out its answer once for each of its arguments while a site is built, when nothing it could ask
 * for changes; under the development server it asks anew each time. What it gives is shared: nobody may change it.
 * @example const titles = remembered((lang: string) => readTitles(lang));
 */
export function remembered<Args extends readonly string[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
	if (!isBuild) return work;
	const known = new Map<string, Result>();
	return (...args) => {
		const key = args.join('\0');
		if (!known.has(key)) known.set(key, work(...args));
		return known.get(key) as Result;
	};
}
