export const writeReadme = async (): Promise<void> => {}
