package lectern.simulate;

/**
 * Something written in the community.
 *
 * @param number from 0, in the order of writing
 * @param user who wrote it
 * @param week when
 * @param time seconds since 1970
 * @param topic what it is about
 * @param replyTo the post that it answers, or −1
 */
record Post(int number, int user, int week, long time, int topic, int replyTo) {}
