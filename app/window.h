#pragma once

/// Builds the window's object graph and runs it to its end; gives the exit code. Arguments: [--practice]
/// [--scheme light|dark|system] [FILE], a spreadsheet, a plan or a recorded request.
int runWindow(int &argc, char **argv);
