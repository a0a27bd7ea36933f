/** Numbers that are written as words, and units of measure that are written in several ways; all folded. */

export const numberWords: ReadonlyMap<string, string> = new Map(
	[
		['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
		['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'],
	].flatMap((words) => words.map((word, value) => [word, String(value)] as const)).filter(([word]) => word !== ''),
);

export const measures: ReadonlyMap<string, string> = new Map(Object.entries({
	mw: 'mw', megawatt: 'mw', megawatts: 'mw', めがわつと: 'mw',
	gw: 'gw', gigawatt: 'gw', gigawatts: 'gw', ぎがわつと: 'gw',
	kw: 'kw', kilowatt: 'kw', kilowatts: 'kw', きろわつと: 'kw',
	mwh: 'mwh', めがわつと時: 'mwh',
	gwh: 'gwh', gigawatthour: 'gwh', gigawatthours: 'gwh', ぎがわつと時: 'gwh', ぎがわつとあわ: 'gwh',
	kwh: 'kwh', きろわつと時: 'kwh',
	nm: 'nm', km: 'km', kg: 'kg', ghz: 'ghz',
}));
