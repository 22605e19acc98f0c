/** Every browser that runs this page has AbortController. */
export {}
