"""The Community Workbench (社区全科工作台) without a screen: rules, records and documents, no Qt."""
