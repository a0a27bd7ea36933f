/** Starlight’s components, or those that replace them: it knows them by these names only. */
declare module 'virtual:starlight/components/*' {
	const component: import('astro/runtime/server/index.js').AstroComponentFactory;
	export default component;
}

/** For tools that do not read Astro files; `astro check` finds the files themselves. */
declare module '*.astro' {
	const component: import('astro/runtime/server/index.js').AstroComponentFactory;
	export default component;
}
