import com.sforce.async.CSVReader;
import java.io.FileInputStream;
import java.util.ArrayList;

/** Reads every cell of a CSV file with the reader that Data Loader uses (force-wsc). */
public final class DataLoaderCells {
    public static void main(String[] arguments) throws Exception {
        long records = 0;
        long cells = 0;
        long units = 0;
        try (FileInputStream source = new FileInputStream(arguments[0])) {
            CSVReader reader = new CSVReader(source, "UTF-8");
            reader.setMaxRowsInFile(Integer.MAX_VALUE);
            reader.setMaxCharsInFile(Integer.MAX_VALUE);
            for (ArrayList<String> row = reader.nextRecord(); row != null; row = reader.nextRecord()) {
                records += 1;
                cells += row.size();
                for (String cell : row) {
                    units += cell == null ? 0 : cell.length();
                }
            }
        }
        System.out.println("{\"records\":" + records + ",\"cells\":" + cells + ",\"cell_utf16\":" + units + "}");
    }
}
