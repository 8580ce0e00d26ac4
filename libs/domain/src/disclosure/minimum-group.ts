/**
 * Fewer than this many organisations are never a group to publish about. Five is the field's usual threshold,
 * and a partnership may ask for more; practice differs between publishers, so it is always passed in.
 */
export const minimumGroup = 5;

/** Peers who all say the same are spoken of only from this many on: in a smaller group to know one is to know all. */
export const minimumAlike = 10;
