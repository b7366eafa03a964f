/** What is done is listed from the latest on, also when there are fifty thousand of them. */
export const doneAtOnce = `
CREATE INDEX follow_up_done ON follow_up (done_at DESC, id DESC, customer_id)
  WHERE state = 'done' AND binned_at IS NULL;
`;
