using S3Gen.ModelTool.Commands;

return Tool.Run(args, Console.Out, Console.Error);
