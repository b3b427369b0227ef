/** A tree of messages. In both languages the same keys, which a test holds. */
export interface Messages {
  [key: string]: string | Messages
}
