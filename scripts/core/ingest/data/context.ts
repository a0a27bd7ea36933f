/** Words that stand for glossary entries without naming them: ids of seeds/glossary.yaml. An id that the glossary lacks is passed over. */
export const contextWords: readonly (readonly [pattern: RegExp, ids: readonly string[]])[] = [
	[/\b(?:the two|both|our two) (?:countries|nations|governments|sides|prime ministers|leaders)\b|\bbilateral\b|\b(?:India|Japan)[-–— ]{1,3}(?:Japan|India)\b|\bIndo-Japan(?:ese)?\b|両国|双方|日印|印日|二国間(?!クレジット)/giu, ['india', 'japan']],
	[/\bJapanese\b|\bTokyo[’']s\b|日系企業|邦人|日本側/gu, ['japan']],
	[/\bIndian\b|\bNew Delhi[’']s\b|インド側|在印/gu, ['india']],
	[/\bChinese\b|中国製/gu, ['china']],
];

/** Words that no new name consists of: capitalised because they begin a sentence, or titles and months. */
export const commonCapitals: ReadonlySet<string> = new Set(
	('The This That These Those It Its They Their In On At A An He She We Our But And However Both According Meanwhile Under As For With During After Before While When Since If Also Moreover Further Furthermore Additionally There Such Other Another Some Several Two Three Last By To From Of Or Not So ' +
		'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday ' +
		'Minister Ministers Prime Chief President Chairman Chairperson Secretary Director Officer Officials Dr Mr Mrs Ms Shri Sir Professor Ambassador Governor Mayor CEO ' +
		'Details Sector Sectors Focus Area Key Highlights Photo Source Sources MoU MOU MoC MOC FY Rs INR JPY USD Discussion Discussions Deliberations Developments Government State ' +
		'Japanese Indian Union Foreign Vice Deputy Joint Additional Consul General Parliamentary').split(' '),
);

/** Titles that stand before the name of a person. */
export const personTitles: ReadonlySet<string> = new Set('Minister Ministers President Chairman Chairperson Secretary Director Officer Dr Mr Mrs Ms Shri Sir Professor Ambassador Governor Mayor CEO Consul General'.split(' '));
