import type catalogue from '../../content/i18n/en.json';

/** The keys of the catalogues; those with plural forms are asked for without the form. */
type CatalogueKey = keyof typeof catalogue;
type AskedKey<Key> = Key extends `${infer Base}_${Intl.LDMLPluralRule}` ? Base : Key;

declare global {
	namespace StarlightApp {
		// What `Astro.locals.t` knows beside Starlight's own keys. Only an interface can be extended from outside.
		// eslint-disable-next-line @typescript-eslint/no-empty-object-type
		interface I18n extends Record<AskedKey<CatalogueKey>, string> {}
	}
}

export type CatalogueKeys = AskedKey<CatalogueKey>;
export type FactName = CatalogueKeys extends infer Key ? (Key extends `fact.${infer Name}` ? Name : never) : never;
