/** An address as it may stand in a log: enough to recognise for whoever knows it, nothing for whoever does not. */
export const masked = (address: string): string => address.replace(/^(.?).*@/s, '$1…@');

/** The same for every address in a text, such as the answer of a mail server. */
export const maskedIn = (text: string): string => text.replace(/[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/g, masked);
