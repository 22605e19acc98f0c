/** WeChat fetches subpackages ahead by what src/app.config.ts says (`preloadRule`). */
export const fetchLaterPages = (): void => undefined
