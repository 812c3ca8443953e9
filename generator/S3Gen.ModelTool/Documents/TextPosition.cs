namespace S3Gen.ModelTool.Documents;

/// <summary>A place in a text; line and column count from 1, columns in UTF-16 units as editors do.</summary>
internal readonly record struct TextPosition(int Line, int Column);
