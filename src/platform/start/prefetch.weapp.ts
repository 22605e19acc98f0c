/** WeChat brings a package as a whole; what is fetched ahead stands in app.config. */
export function prefetchPages(): void {}
