import { japanese } from '../clean.ts';
import { authorsHeading, partHeading } from '../data/furniture.ts';
import { ended, isEntry, type Line } from '../lines.ts';
import type { Block } from './block.ts';
import { continues, isSetIn, type Page } from './page.ts';
import { hasFigure, isLabelled, isTag } from './shapes.ts';

const verb = /\b(?:is|are|was|were|will|has|have|had|includes?|said|signed|agreed|announced|established|remains?|reflects?|covers?)\b/;

/** Which lines are headings: by their marks, their numbers, their shape and what stands around them. */

/** How far the reading has come. */
export interface Reading {
	/** The block that may still go on, and its last line. */
	readonly open: { readonly block: Block; readonly last: Line } | undefined;
	/** The items that the next one may stand below. */
	readonly list: readonly { readonly type: string; readonly indent: number; readonly block: Block }[];
	/** With which sort of marker the last heading begins. */
	readonly numbering: string | undefined;
	/** The line of the last heading. */
	readonly heading: number | undefined;
	/** The page ended in the middle of a sentence. */
	readonly pageBreak: boolean;
}

/** Whether a line heads what stands below it. */
export function isHeading(page: Page, line: Line, next: Line | undefined, reading: Reading): boolean {
	const raw = line.raw.trim();
	const above = page.lines[(page.places.get(line.number) ?? 0) - 1];
	if (/^#{1,6}\s/.test(line.text)) return true;
	if (/^【[^】]{1,40}】$/u.test(line.text) || /^[<＜〈《][^<>＜＞]{1,40}[>＞〉》]$/u.test(line.text)) return true;
	if (/^[※＊]/u.test(line.text)) return false;
	// The last link of a foot stands below others.
	if (!next) return authorsHeading.test(line.text) || (partHeading.test(line.text) && !ended(line.text)) || (isTag(line) && reading.heading !== undefined && reading.heading === above?.number);
	// “Trial production: October 2027”: what is named and its date or figure.
	if (line.marker === undefined && /^[^:：\d０-９]{2,36}[:：]\s?(?=.*[\d０-９])/u.test(line.text) && !/^(?:box|table|figure|chart|exhibit|図表?|表|囲み)/iu.test(line.text)) return false;
	if (isLabelled(line) && [next, above].some((other) => other !== undefined && isLabelled(other))) return false;
	if (isEntry(line.text) && (isEntry(next.text) || isEntry(above?.text ?? ''))) return false;
	if (/^(?:box|table|figure|chart|exhibit|図表?|表|囲み)\s*[\d０-９]{1,2}\s*[:：.．](?!\S*[.。]$).{0,80}$/iu.test(line.text) && next.row) return true;
	if (next.row && isTableTitle(line, reading)) return true;
	if (partHeading.test(line.text) && !ended(line.text) && line.width <= 100) return true;
	if (/^\*\*[^*]{2,90}\*\*:?$/.test(raw) && !/[.。]\*\*$/.test(raw)) return true;
	const { marker } = line;
	const numbered = marker !== undefined && (marker.numbered || marker.type === '○');
	// ■輸送費は３分の１に: a heading of a newspaper, with a paragraph below it.
	if (marker?.type === '○' && /^[■◆▼◇□]/u.test(line.text) && line.width <= 64 && !/[。．.]$/.test(line.text) && next.marker === undefined && next.width > line.width) return true;
	// Its mark stands on the line above: “-”, and below it “Key Features:”.
	if (marker?.length === 0 && /[:：]$/.test(line.text) && isTitled(line.text)) return true;
	if (marker && !numbered) return false;
	if (marker && line.width <= 90 && !ended(line.text) && next.indent > line.indent && isSetIn(page, next) && !hasFigure(line.text.slice(marker.length)) && !/[、,;；]$/u.test(line.text)) return true;
	// (3) among (1) and (2), however long.
	if (marker && marker.type === reading.numbering && !hasFigure(line.text.slice(marker.length)) && !reading.list.some(({ type }) => type === marker.type) && line.width <= 110 && next.marker?.type !== marker.type && !/[。．.,、;；，:：]$/.test(line.text) && !/(?:した|する|ている|ました|します|である|いる)$/u.test(line.text) && !/\b(?:is|are|was|were|will|has|have|had)\b/.test(line.text.replace(/^\S+\s(?:What|Who|How|Why|Where|When)\s\S+/, '')) && !continues(page, line, next, reading.pageBreak)) return true;
	if (marker && '(1) 1. 1.1 第'.includes(marker.type) && next.marker && 'ア (a) a) ① ・'.includes(next.marker.type) && !reading.list.some(({ type }) => type === next.marker?.type) && line.width <= 44 && !ended(line.text) && !hasFigure(line.text.slice(marker.length)) && !/[、,;；]|(?:した|する|ている|ます|である|いる)$|\b(?:is|are|was|were|will|has|have)\b/u.test(line.text)) return true;
	if (marker?.type === 'I.' && next.marker && next.marker.type !== 'I.' && line.text.length <= 80 && !ended(line.text)) return true;
	// The last one of a list that has no line between its items.
	if (marker && line.blanksBefore === 0 && reading.open?.last.number === line.number - 1 && reading.list.at(-1)?.type === marker.type) return false;
	if (marker && (next.marker?.type === marker.type || (reading.list.some(({ type, block }) => type === marker.type && !(ended(block.text) && line.width <= 48))))) return false;
	const text = marker ? line.text.slice(marker.length) : line.text;
	if (/[。．.,、;；，]$/.test(text) || /[!?！？]$/.test(text) && text.length > 60) return false;
	if (/[:：]$/.test(text) && (next.marker || next.row) && text.length > 24 && !isTitled(text)) return false;
	if (hasFigure(text) || continues(page, line, next, reading.pageBreak) && !(numbered && next.marker)) return false;
	if (japanese.test(text)) {
		if (line.width > 64 || /[はがをにでと、]$|[氏様][(（][^()（）]{2,40}[)）]$/u.test(text)) return false;
		if (line.width > 24 && /(?:した|する|ている|ました|します|である|いる)$/u.test(text)) return false;
		return !/^[「（(]/.test(text) || !/[」）)]$/.test(text) || line.width < 40;
	}
	const words = text.split(/\s+/);
	if (words.length > 14 || text.length > 100 || !/^[\p{Lu}\d“"‘']/u.test(text)) return false;
	const content = words.filter((word) => /^[\p{L}“"‘'(]/u.test(word) && word.length > 3);
	const capital = content.filter((word) => /^[“"‘'(]*\p{Lu}/u.test(word)).length;
	const titled = content.length > 0 && capital >= content.length * 0.6;
	if (!titled && words.length > 5 && !standsAlone(page, line, next, reading)) return false;
	return standsAlone(page, line, next, reading) || !/\b(?:said|is|are|was|were|will|has|have|signed|agreed|announced)\b/.test(text);
}

/** Words of which most have a capital, and none is a verb: “About the Joint Mechanism:”. */
function isTitled(text: string): boolean {
	const content = text.split(/\s+/).filter((word) => /^[\p{L}“"‘'(]/u.test(word) && word.length > 3);
	return content.length > 1 && content.filter((word) => /^[“"‘'(]*\p{Lu}/u.test(word)).length >= content.length * (content.length > 3 ? 0.75 : 0.6) && !verb.test(text);
}

/** What stands above a table and is no sentence. */
function isTableTitle({ text, marker, width: columns }: Line, { open }: Reading): boolean {
	return marker === undefined && columns <= 120 && !/[。．.,、;:：；，!?！？]$/.test(text) && !hasFigure(text) && !/\b(?:is|are|was|were|will|has|have|had|said|signed|agreed|announced)\b|(?:した|する|ている|ます|である|いる)$/u.test(text) && (open === undefined || ended(open.last.text));
}

/** A short line between paragraphs that are one line each cannot be a part of one. */
function standsAlone(page: Page, line: Line, next: Line, { open }: Reading): boolean {
	return page.wrap === undefined && line.width <= 70 && ended(next.text) && next.width >= line.width * 2.5 && (open === undefined || ended(open.last.text));
}
