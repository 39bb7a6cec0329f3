/** Puts our panel right below Save and Publish, where it is visible without scrolling. */
export const insertAfterActions = <Panel extends { type?: string }>(
  panels: Panel[],
  ours: Panel,
): Panel[] => {
  const actions = panels.findIndex((panel) => panel.type === 'actions');
  return [...panels.slice(0, actions + 1), ours, ...panels.slice(actions + 1)];
};
