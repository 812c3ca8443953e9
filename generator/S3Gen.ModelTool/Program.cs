using S3Gen.ModelTool.CommandLine;

return new Tool(Console.Out, Console.Error).Run(args);
