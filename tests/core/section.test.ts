import { describe, expect, test } from 'vitest';
import { neighbours, ofSection } from '../../src/site/section.ts';

type Sidebar = Parameters<typeof ofSection>[0];
type Link = Extract<Sidebar[number], { type: 'link' }>;

const link = (href: string, isCurrent = false): Link => ({ type: 'link', label: href, href, isCurrent, badge: undefined, attrs: {} });
const group = (label: string, entries: Link[]): Sidebar[number] => ({ type: 'group', label, entries, collapsed: false, badge: undefined });
/** The navigation of a page: its links, those of a group in brackets. */
const shown = (sidebar: Sidebar): string[] => sidebar.map((entry) => (entry.type === 'link' ? `${entry.label} ${entry.href}` : `[${entry.entries.map((each) => (each.type === 'link' ? `${each.href}${each.isCurrent ? '*' : ''}` : '')).join(' ')}]`));

const guide = (current?: string): Sidebar => [
	group('Sectors', ['/space/', '/energy/'].map((href) => link(href, href === current))),
	group('Views', ['/timeline/', '/figures/', '/places/'].map((href) => link(href, href === current))),
	group('Sources', Array.from({ length: 100 }, (_, index) => link(`/source-${index}/`, `/source-${index}/` === current))),
];

describe('the navigation of a page', () => {
	test('holds its own section, and one link into each other', () => {
		expect(shown(ofSection(guide('/figures/')).sidebar)).toEqual(['Sectors /space/', '[/timeline/ /figures/* /places/]', 'Sources /source-0/']);
	});

	test('of a list in another order is that of its view', () => {
		expect(shown(ofSection(guide(), '/timeline/').sidebar)).toEqual(['Sectors /space/', '[/timeline/* /figures/ /places/]', 'Sources /source-0/']);
		// The navigation of other pages stays as it was.
		const all = guide();
		ofSection(all, '/timeline/');
		expect(all).toEqual(guide());
	});

	test('that stands nowhere in it is a link into each section', () => {
		expect(shown(ofSection(guide()).sidebar)).toEqual(['Sectors /space/', 'Views /timeline/', 'Sources /source-0/']);
	});

	test.each([['/source-0/', 0], ['/source-50/', 30], ['/source-99/', 60]])('in a long section holds those next to it: %s', (current, first) => {
		const found = ofSection(guide(current)).sidebar.flatMap((entry) => (entry.type === 'group' ? entry.entries : []));
		expect(found).toHaveLength(40);
		expect(found.some((each) => each.type === 'link' && each.isCurrent)).toBe(true);
		expect(found[0]).toMatchObject({ href: `/source-${first}/` });
	});

	test('leads on to the pages before and after in its section, and not beyond', () => {
		const around = (current: string): (string | undefined)[] => {
			const { prev, next } = neighbours(ofSection(guide(current)).section ?? [], { prev: link('#'), next: link('#') });
			return [prev?.href, next?.href];
		};
		expect(around('/figures/')).toEqual(['/timeline/', '/places/']);
		expect(around('/timeline/')).toEqual([undefined, '/figures/']);
		expect(around('/places/')).toEqual(['/figures/', undefined]);
		expect(neighbours([link('/a/'), link('/b/', true)], { prev: undefined, next: undefined })).toEqual({ prev: undefined, next: undefined });
	});
});
