import { firstLoad, type PageWeight } from './page-weight.ts';

/**
 * How heavy the site may be, with the reason for each figure. A page over what is allowed fails the check of the site.
 */
interface Budget {
	readonly what: string;
	readonly of: (page: PageWeight) => number;
	readonly allowed: number;
	/**
	 * Where the figure is to be, if what is allowed leaves room above it: an editor who adds one more statement can do nothing
	 * about the weight of a page. The summary of a build says how many pages are not there.
	 */
	readonly goal?: number;
	readonly because: string;
}

export const budgets: readonly Budget[] = [
	{ what: 'first load (brotli)', of: firstLoad, allowed: 30_000, because: 'a slow phone (1.6 Mbit/s) shows 30 kB in about a third of a second after the connection; default Starlight needs 42 to 48 kB' },
	{ what: 'HTML (unpacked)', of: ({ htmlRaw }) => htmlRaw, allowed: 42_000, goal: 40_000, because: 'a phone has to parse and lay out all of it before the reader can scroll. Lists are cut into parts by an estimate of what their entries weigh (scripts/core/pages/weigh.ts), which is off by a twentieth at most: an editor could do nothing about that. No page is an exception' },
	{ what: 'HTML around the content (unpacked)', of: (page) => page.frame, allowed: 10_000, because: 'every page carries it, so that it must not grow with the number of pages' },
	{ what: 'scripts before intent (brotli)', of: (page) => page.scripts, allowed: 5_000, because: 'theme, language and the waiting search field need no more; the search itself comes when somebody goes to it' },
	{ what: 'CSS (brotli)', of: (page) => page.styles, allowed: 9_500, because: 'it holds the page back until it is there' },
];

export interface OverBudget {
	readonly page: string;
	readonly budget: string;
	readonly bytes: number;
	readonly allowed: number;
	/** What the page weighs, its heaviest part first. */
	readonly cause: string;
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** What is over its budget, page by page, each with the part that is the cause. */
export const overBudget = (pages: readonly PageWeight[]): OverBudget[] =>
	pages.flatMap((page) =>
		budgets
			.map((budget) => ({ budget, bytes: budget.of(page) }))
			.filter(({ budget, bytes }) => bytes > budget.allowed)
			.map(({ budget, bytes }) => ({ page: page.path, budget: budget.what, bytes, allowed: budget.allowed, cause: partsOf(page) })),
	);

const partsOf = ({ html, styles, scripts, htmlRaw }: PageWeight): string =>
	([['HTML', html, ` (unpacked ${kB(htmlRaw)})`], ['CSS', styles, ''], ['scripts', scripts, '']] as const)
		.toSorted((a, b) => b[1] - a[1])
		.map(([name, bytes, more]) => `${name} ${kB(bytes)}${more}`)
		.join(', ');

/** The goals that some pages are short of. */
export const shortOfGoal = (pages: readonly PageWeight[]): { what: string; goal: number; pages: number }[] =>
	budgets
		.flatMap(({ what, of, goal }) => (goal === undefined ? [] : [{ what, goal, pages: pages.filter((page) => of(page) > goal).length }]))
		.filter(({ pages: short }) => short > 0);

export const formatOverBudget = ({ page, budget, bytes, allowed, cause }: OverBudget): string => `${page}: ${budget} is ${kB(bytes)}, and may be ${kB(allowed)}. It is made of ${cause}`;
