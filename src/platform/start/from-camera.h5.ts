/** A browser opens what stands in its address. Nobody can sign in there but in a demonstration. */
export const isFromCamera = (): boolean => true
