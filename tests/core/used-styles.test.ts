import { describe, expect, test } from 'vitest';
import { addPage, addScript, leanStyles, noNames, type UsedNames } from '../../src/built/used-styles.ts';

const names = (html: string, script = ''): UsedNames => {
	const found = noNames();
	addPage(found, html);
	addScript(found, script);
	return found;
};

describe('what style sheets lose', () => {
	test.each([
		['a class that no page holds', '.aside{color:red}p{color:green}', 'p{color:green}'],
		['one of several selectors', '.aside,p{color:green}', 'p{color:green}'],
		['an element that no page holds', 'h6{color:red}', ''],
		['what stands in :is and :where', ':where(.aside) p,:is(.note,.aside) p{color:red}', ':is(.note,.aside) p{color:red}'],
		['a direction that no page has', '[dir=rtl] p{color:red}', ''],
		['a block that has become empty, with those around it', '@layer core{@media print{.aside{color:red}}}', ''],
		['properties that nothing reads, and those that only they read', ':root{--a:1px;--b:var(--a);--c:2px}p{margin:var(--c)}', ':root{--c:2px}p{margin:var(--c)}'],
		['what a layer gives the root, where no layer gives it too', ':root{--c:2px}@layer base{:root,:root[data-theme=light]{--c:1px}}p{margin:var(--c)}', ':root{--c:2px}p{margin:var(--c)}'],
		['what the root is given before it is given it for good, in print too', '@media print{:root{--c:1px}}:root{--c:2px}p{margin:var(--c)}', ':root{--c:2px}p{margin:var(--c)}'],
	])('%s', (_, css, lean) => {
		expect(leanStyles(css, names('<html dir="ltr"><p class="note">'))).toBe(lean);
	});
});

describe('what they keep', () => {
	test.each([
		['states and targets', 'p:hover,p:target,p:has(~:popover-open){color:red}'],
		['what must not match', 'p:not(.aside){color:red}'],
		['what a script says', '.opened .tray:where([data-open]){color:red}'],
		['properties that a page or a script reads', ':root{--depth:1;--x:2}'],
		['frames of an animation', '@keyframes turn{0%{color:red}to{color:green}}'],
		['what the root is given later, for one medium', ':root{--c:2px}@media print{:root{--c:1px}}p{margin:var(--c)}'],
		['what the root is given before, by a theme or with more weight', ':root[data-theme=dark]{--c:1px}@media print{:root{--c:3px!important}}:root{--c:2px}p{margin:var(--c)}'],
		['what a layer gives the backdrop only', ':root{--c:2px}@layer base{:root,::backdrop{--c:1px}}p{margin:var(--c)}'],
		['the order of layers', '@layer base,core;'],
		['addresses as they are', 'p{mask:url("data:image/svg+xml,%3Csvg xmlns=\'http://x\'/%3E")}'],
	])('%s', (_, css) => {
		expect(leanStyles(css, names('<p style="padding:var(--depth)">', 'element.className="opened tray";style.setProperty("--x",1)'))).toBe(css);
	});
});
