namespace S3Gen.ModelTool.CommandLine;

internal static class Usage
{
    public const string Text = """
        s3gen: brings Smithy models in, checks them and compares them

        usage:
          s3gen model import <published-model.json> [--overlay <file>] [--out <file>]
              Strips the prose of a published model, writes it to --out (default model/s3.json) and reports what changed
              in the API. Takes a Smithy 2.0 JSON AST or botocore's service-2.json, also with .gz at the end. With
              --overlay, tells which overlay entries the new model has no shape for.
          s3gen model check <model.json> [--overlay <file>]
              Prints what the generator would say in a build: file(line,col): error S3GEN...: ...
          s3gen model diff <old.json> <new.json>
              Prints what was added, removed and changed, and whether it breaks callers; prose is not compared.

        exit codes:
          0  done; no fault; no difference
          1  faults (import, check); differences (diff)
          2  wrong usage, or a file that cannot be read or written
        """;
}
