/**
 * The address of a page or a file as a link from a page has it: relative, so that it holds under any base path, and as short
 * as it can be.
 * @param from the page's address; it ends in a slash
 * @example relativeAddress('/en/sectors/space/', '/en/glossary/') // => '../../glossary/'
 */
export function relativeAddress(from: string, to: string): string {
	let shared = 0;
	// An address that ends without a slash may be one of the folders of the page.
	for (let index = 0; index < from.length && from[index] === (to[index] ?? '/'); index += 1) if (from[index] === '/') shared = index + 1;
	let up = '';
	for (let index = shared; index < from.length; index += 1) if (from[index] === '/') up += '../';
	return (up || './') + to.slice(shared);
}

/**
 * As {@link relativeAddress} from one page to another, both without the slash at their ends: convert asks for hundreds of
 * thousands, and to put the slashes on takes as long as to compare the addresses.
 * @example relativePage('sectors/space', 'glossary') // => '../../glossary/'
 */
export function relativePage(from: string, to: string): string {
	let shared = 0;
	for (let index = 0; index <= from.length && unitAt(from, index) === unitAt(to, index); index += 1) if (unitAt(from, index) === slash) shared = index + 1;
	let up = '';
	for (let index = shared; index <= from.length; index += 1) if (unitAt(from, index) === slash) up += '../';
	return (up || './') + (shared > to.length ? '' : `${to.slice(shared)}/`);
}

const slash = 0x2f;
const unitAt = (page: string, index: number): number => (index < page.length ? page.charCodeAt(index) : slash);
