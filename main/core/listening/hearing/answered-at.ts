/**
 * When a voice of the view `heard` was first answered, in SQL: when an answer went out, or somebody
 * said that it is answered, whichever came first. Null while it is not answered, and where its time
 * is not known: an answer that came with a review and is not later than it has none of its own.
 */
export const answeredAt = (heard: string) => `(
  SELECT CASE WHEN min(at) > ${heard}.said_at THEN min(at) END FROM (
    SELECT ${heard}.state_at AS at
    UNION ALL
    SELECT answered_at FROM mention_state
    WHERE id IN (${heard}.id, ${heard}.same_as) AND mention_state.answer <> ''
    UNION ALL
    SELECT sent_at FROM answer
    WHERE mention_id = ${heard}.id AND kind = 'answer' AND answer.state = 'sent')
  WHERE ${heard}.state = 'answered')`;
