/** Waits for what happens in its own time, and says so when it does not. */
export async function until(happened: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await happened())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${seconds} seconds: ${happened.toString()}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
