// A program that was just written cannot be started while another test's child still holds the file open for writing
// (between fork and exec), so the tests that write and start programs take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
